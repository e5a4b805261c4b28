// The English of the annotator: what part a response plays, what else it carries, and how findings are titled.

/** Role of a response → what that role means. `{method}`, `{status}`, `{server}` and `{client}` are always there. */
export const roleTexts = {
  progress: 'It is a step on the way: the final response decides.',
  toScanner: 'The request carries the mark of a scanner; the refusal is what it should get.',
  otherBranch: 'This was one of several places that the request was tried at; another one accepted it.',
  challengeRefusedOnce:
    'The request already carried credentials for this realm, so they were refused. A later attempt was accepted.',
  challengeRefused:
    'The request already carried credentials for this realm, so this is a refusal: user name, password or nonce is wrong.',
  challengeAnswered: 'This is the normal first question for credentials: the client answered it.',
  challengeRenewed:
    'The nonce had expired (stale=true): the client only has to compute its answer again, the password is right.',
  challengeUnanswered: 'The client never sent credentials after this.',
  challengePending: 'It asks for credentials; whether the client sent them, the recording does not show.',
  alive: 'For an OPTIONS ping any answer is good news: {server} is alive and speaks SIP.',
  redirectFollowed: 'The redirect was followed: a new request went out after it.',
  redirectUnfollowed: 'No new request followed, so the redirect came to nothing.',
  redirectPending: 'Whether the redirect was followed, the recording does not show.',
  cancelled: 'The caller gave up first: this is how the cancelled INVITE has to end.',
  endedUnseen: 'The INVITE was ended before it was answered, but the CANCEL was not recorded at this place.',
  cancelTooLate: 'The CANCEL came when the INVITE had already been answered: it does no harm.',
  byeCrossed: 'Both sides hung up at the same time, and the call was already gone.',
  goneAlready: 'The other side no longer knows the call that this request speaks of.',
  intervalRaised: 'The client tried again with a longer interval, as it was told to.',
  retryPending: 'It asks to try again in another way; whether the client did, the recording does not show.',
  glareResolved: 'Two changes crossed; one side waited and tried again with success.',
  glare: 'Two changes crossed, and no later attempt succeeded.',
  republished: 'The server had forgotten the state; the client published it anew.',
  moreDigits: 'The number was not complete yet; the caller dialled on.',
  notAnswered: 'It rang, and nobody answered.',
  choice: 'This is the decision of a person or of a feature that somebody switched on, not a fault of the network.',
  changeRefused: 'Only the change of the running call was refused; the call itself went on.',
  credentialsRefused:
    'The request carried credentials, so this probably speaks of them and not of a policy: user name, password or domain is wrong, or the account is blocked.',
  recoveredElsewhere: 'A later attempt succeeded, but {server} had trouble with this one.',
  recovered: 'A later attempt of the same kind succeeded.',
  unavailable:
    'It did not ring: the network could not reach the callee, who is not registered, switched off, or out of coverage.',
  notDisturbed: 'It did not ring: the phone is set to do-not-disturb, or nobody is there to be reached.',
  gaveUp: '{server} gave up waiting for an answer to {method}, and that ended the attempt.',
  refusedInside: '{server} refused {method}.',
  refused: '{server} refused {method}, and that ended the attempt.',
} as const satisfies Record<string, string>;

/** The part that a response plays. */
export type RoleName = keyof typeof roleTexts;

/** Everything else that the annotator says. */
export const annotateTexts = {
  title: '{status} {reason} to {method}',
  titleBare: '{status} to {method}',
  phrase:
    'The reason phrase is not the usual one, but the server\u2019s own words: "{reason}" instead of "{standard}".',
  q850: 'The Reason header gives the cause from the telephone network: Q.850 cause {cause}{text}.',
  sipReason: 'The Reason header names SIP status {cause}{text}.',
  otherReason: 'The Reason header says: {value}.',
  warning: 'The Warning header says: {value}.',
  retryAfter: 'The server asks to wait {seconds} s before the next attempt.',
  errorInfo: 'More about it can be found or heard at {value}.',
  sender: 'It came from {server}.',
  senderSoftware: 'It came from {server} ({software}).',
  senderHops: 'On its way back it was passed on over {hops, plural, one {one more hop} other {# more hops}}.',
  passedOn: 'It was made from the {status} that {server} sent further on.',
  soundRequest:
    'Nothing is wrong with the bytes of the request as it was recorded, so the reason must be sought at {server}.',
  unregistered: 'The number {status} is not registered; clients treat it as {as}.',
  usually: 'What usually causes it, most common first:',
  nothing: 'Nothing to fix.',
  fixCredentials: 'Check user name, password and realm in the client against the account on {server}.',
  fixAccount: 'Look into the log of {server} at this time: it says which account was refused and why.',
  'rule-failed': 'the rule itself failed on this flow ({reason})',
} as const satisfies Record<string, string>;

/** Name of a text of the annotator. */
export type AnnotateText = keyof typeof annotateTexts;
