// Pairs of status codes that are asked for most, set against each other by hand. The lower code stands first.

/** What is said of one pair. */
export interface PairText {
  /** One paragraph that sets the two against each other. */
  readonly summary: string;
  /** When to send which, for somebody who writes a server. */
  readonly choose: string;
}

/** `200/501` → its words. */
export const pairs = {
  '100/180': {
    summary:
      '100 and 180 both keep the caller waiting, but they come from different places. 100 is sent by the next hop alone, within 200 ms, and only says that the INVITE need not be repeated. 180 comes from the callee and travels back through every proxy: somewhere a phone is really ringing. A call that shows 100 and never 180 got stuck behind the first hop.',
    choose:
      'Send 100 at once if you cannot answer within 200 ms, whatever you are. Send 180 only when the user is being alerted, with a To tag and a Contact.',
  },
  '100/183': {
    summary:
      '100 and 183 are both provisional and both say "wait", but to different readers. 100 goes to the neighbour only and stops it from repeating the INVITE; no proxy passes it on. 183 goes all the way to the caller, creates an early dialog, and with SDP opens the way for tones and announcements before the call is answered.',
    choose:
      'Send 100 to quiet the sender of the INVITE. Send 183 when the caller is to hear or learn something, and put SDP into it if there is sound.',
  },
  '180/182': {
    summary:
      'Both report progress, but after 180 a person is being called, while after 182 nobody is yet: the call waits in a queue until an agent is free. The caller hears ringing after 180, and usually music or an announcement after 182. A queue can send 182 several times, with the place in the queue in the reason phrase, and 180 when it is finally the turn of this call.',
    choose:
      'Send 182 as long as the call is queued, at least once a minute so that proxies do not give it up after three. Send 180 when a phone starts to ring.',
  },
  '180/183': {
    summary:
      'After 180 the phone of the callee rings, and the device of the caller makes the ringing tone itself. 183 says less about the callee but usually brings SDP, so that the other side can send sound: the tone of a foreign network, an announcement, music. Trouble begins where both come: a 183 with SDP followed by a 180 leaves it to the device whether it plays the sound that arrives or a tone of its own, and some callers then hear nothing.',
    choose:
      'Send 180 without SDP if the caller shall hear the usual ringing tone. Send 183 with SDP if you play the tone or announcement yourself, and then keep sending sound until the final response.',
  },
  '180/200': {
    summary:
      '180 says that the phone rings, 200 that somebody picked up. Between the two lies the ringing time; billing and the call itself begin with the 200. 180 needs no answer, unless it is sent reliably and wants a PRACK, while the 200 to an INVITE must be confirmed with an ACK: without it the callee repeats the 200 for 32 s and then gives the call up.',
    choose:
      'Send 180 when you start to alert the user and 200 when the user answers. Repeat the 200 until its ACK arrives, over TCP as well.',
  },
  '181/302': {
    summary:
      'Both are about call forwarding; the difference is who places the new call. With 181 the server forwards the call itself and merely tells the caller, who goes on waiting in the same transaction. With 302 the transaction is over, and the caller has to send a new INVITE to the address in Contact. A caller that does not follow redirections reaches nobody after a 302, but does after a 181.',
    choose:
      'Send 181 if you stay in the path and send the call on. Send 302 if the caller, or a proxy before you, shall do it and may learn the new address.',
  },
  '200/202': {
    summary:
      '200 says that the request is done, 202 that it has been accepted. That difference once mattered for SUBSCRIBE and REFER. RFC 6665 has ended it: servers send 200 there, and clients treat a 202 exactly like a 200. In both cases a 2xx to REFER does not mean that the transfer worked; the NOTIFY requests that follow tell. Only a MESSAGE that is stored for later delivery is still answered with 202.',
    choose: 'Send 200, also to REFER and SUBSCRIBE. Keep 202 for a MESSAGE that you could only store.',
  },
  '200/204': {
    summary:
      'Both renew or end a subscription. After a 200 the subscriber must get a NOTIFY with the current state; 204 says that this NOTIFY is left out, because the subscriber named the state that it already knows in Suppress-If-Match and nothing has changed. A subscriber that gets 204 without having asked so waits in vain for its NOTIFY.',
    choose:
      'Send 204 only inside an existing subscription and only if Suppress-If-Match fits; in every other case send 200 and a NOTIFY.',
  },
  '200/302': {
    summary:
      'With 200 the request has reached its goal. With 302 it has not, but the response names the address where it will: the client sends the request again, there. For a call this means that after 200 two people talk, while after 302 the same caller dials once more, usually without noticing.',
    choose:
      'Send 200 if you handle the request yourself. Send 302 if somebody else shall, with the address in Contact; a caller that does not follow redirections is lost then.',
  },
  '200/400': {
    summary:
      'These two are as far apart as they can be: 200 says that the server did what it was asked to do, 400 that it could not even make sense of the request. A 400 says nothing about the user or the number; it speaks of bytes, such as a missing header, a wrong Content-Length, or a message that a SIP ALG changed on the way. The same request will get 400 again and again until somebody corrects it, while a request that got 200 yesterday and 400 today was changed in between.',
    choose:
      'Send 200 only when the work is done. Send 400 when you cannot read the request or it breaks a rule, and say in the reason phrase which part is wrong; a well-formed request that you do not like deserves a more exact code.',
  },
  '200/401': {
    summary:
      'In a healthy registration both appear, one after the other: the first REGISTER is answered with 401, because the client must be asked for credentials before it sends any; the second one carries them and gets 200. So a 401 before a 200 is half of a normal conversation and no fault. It becomes one when no second request follows, or when the second one gets 401 again without stale=true: then user name, password or realm is wrong.',
    choose:
      'Send 401 with WWW-Authenticate as long as you do not know who is asking, and 200 once the credentials are right and the work is done. To credentials that are certainly wrong, 403 stops clients that would try for ever.',
  },
  '200/404': {
    summary:
      'With 200 the server found the user and did what was asked; with 404 it found nobody by that name in its domain. Before you look for a missing account, compare the Request-URI of the failing request with one that got 200: a different number format or an IP address in place of the domain is the usual difference. For an OPTIONS ping the two mean nearly the same: the peer is alive.',
    choose:
      'Send 200 if you have found the user and done the work, and 404 only for a domain that you are responsible for. If the user exists but cannot be reached now, 480 is the truth.',
  },
  '200/486': {
    summary:
      'Both reach the callee. 200 starts a conversation; 486 says that this device is busy or was told to refuse. A 486 is no fault of the network, and it is acknowledged hop by hop, while the 200 needs an ACK from end to end. Where calls alternate between 200 and 486 without anybody being on the phone, a trunk or gateway without free channels calls itself busy.',
    choose:
      'Send 200 when the user answers, and 486 if this device cannot take the call, so that voicemail or another device may. For a trunk without free channels send 503.',
  },
  '200/487': {
    summary:
      'Both end an INVITE, and they can race: when the caller hangs up while the callee picks up, the CANCEL and the 200 cross. If the CANCEL wins, the INVITE ends with 487 and nobody talked. If the 200 wins, the call is up, and the caller has to end it with ACK and BYE. The CANCEL itself gets a 200 of its own in any case, which says nothing about the INVITE.',
    choose: 'Answer the CANCEL with 200 and then the INVITE with 487, unless you have already sent its final response.',
  },
  '200/500': {
    summary:
      '200 says that the request succeeded, 500 that the server broke down over it: a script failed, a database did not answer, a trunk reported an error. The request itself may have been perfect, so changing it rarely helps; the log of the server at that second does. Two cases are different: a 500 with Retry-After to a second INVITE or UPDATE only asks to wait for the first one, and a 500 may hide a 503 from further on, which proxies pass on as 500.',
    choose:
      'Send 500 when you failed, never because of a fault in the request. Do not send 200 and hope: a client that was told 200 does not try again.',
  },
  '200/501': {
    summary:
      'Both are final, but they mean opposite things: 200 says that the server did what it was asked for, 501 that it cannot do such a thing for anybody, because it does not know the method. A 501 is not cured by waiting or by other credentials; the sender has to stop using that method with this peer, or the peer has to learn it. To an OPTIONS ping the difference shrinks: both prove that somebody is there.',
    choose:
      'Send 200 when you have carried out the request. Send 501 for a method that you do not know at all, best with an Allow header that lists those that you do; for one that you know and refuse, send 405.',
  },
  '200/503': {
    summary:
      '200 is the success of one request, 503 the failure of a whole server: it is overloaded, restarted, or has lost everything behind it. A client that gets 503 should try the next server at once and leave this one alone until Retry-After is over. A single destination that fails with 503 while others get 200 points to a gateway that misuses the code for one full trunk or one dead route.',
    choose:
      'Send 200 as long as you can do the work, and 503 only when you can serve nobody, since clients move all their traffic away. For one user or one route that fails, 480, 500 or 504 does less harm.',
  },
  '202/501': {
    summary:
      '202 takes the request on: it is accepted, and the result will be told later, for a REFER by NOTIFY. 501 takes nothing on: the server does not know the method and never will, as it is built now. Seen in a transfer, 202 means that the other side is going to try, while 501 means that it cannot be asked to transfer at all.',
    choose:
      'Send 501 to a REFER or MESSAGE that you cannot handle at all. If you can, answer with 200; 202 is left for a MESSAGE that you store for later.',
  },
  '300/302': {
    summary:
      'Both redirect, and both list addresses in Contact. 300 leaves a real choice to the caller, by q value or by asking its user; 302 says where the call should go now. Most devices treat them alike and try the addresses in order.',
    choose:
      'Send 302 with one address for forwarding and routing. Send 300 if the addresses really differ, such as phone and mail, and somebody should choose.',
  },
  '301/302': {
    summary:
      'Both name a new address in Contact, and to both the caller reacts by calling it. They differ in memory: after 301 the caller should replace the stored address, because the old one will not come back; after 302 it may use the new address for this call only, or for as long as Expires says. A server that answers 301 where it means 302 makes clients forget an address that is still good.',
    choose: 'Send 302, and 301 only if you are sure that the old address will never work again.',
  },
  '302/305': {
    summary:
      'Both answer with an address in Contact, but of different things. 302 names another place for the callee, so the new request goes there and to that address. 305 names a proxy: the new request keeps its address and is sent through that proxy. 305 is hardly ever seen, and many clients treat it like any redirection or give up.',
    choose:
      'Send 302 to forward. Send 305 only as the server that finally handles the request, and only if clients are known to obey it.',
  },
  '400/403': {
    summary:
      '400 says that the server could not read the request, 403 that it read it well and refuses. Accordingly the cure lies in different places: after 400 in the bytes of the message, after 403 in permissions, such as the calling number, the destination, the source address or the password. Some providers answer 400 for a calling number that they do not like; the reason phrase then gives it away.',
    choose:
      'Send 400 for syntax only. For anything that you refuse although you understand it, send 403 and say why in the reason phrase.',
  },
  '400/488': {
    summary:
      'Both may follow a bad offer, but at different depths. 400 says that the message, or its SDP, is malformed. 488 says that the SDP is fine and the media in it do not suit: no common codec, encryption on one side only, a missing feature. After 400 look for damage and software faults; after 488 compare the codecs and profiles of both sides.',
    choose: 'Send 488 with a Warning if you can parse the offer, and 400 only if you cannot.',
  },
  '400/500': {
    summary:
      'Both are the general codes of their class, and the difference is whose fault it was. 400 blames the request: it is malformed, and will fail again unless it is changed. 500 blames the server: the same request may succeed later or elsewhere. Clients rely on that: after 500 they try again or try another server, after 400 they do not.',
    choose:
      'Send 400 if the sender has to change something, and 500 if you have to. A server that answers 500 to garbage makes clients repeat the garbage.',
  },
  '401/403': {
    summary:
      'A 401 is a question: say who you are. A 403 is a decision: whoever you are, no. After 401 the client should try again with credentials; after 403 it should stop. In practice the two meet over wrong passwords: the specification would have the server ask again with 401, but many answer 403, to stop clients that repeat the same wrong answer for ever.',
    choose:
      'Send 401 as long as right credentials would help. Send 403 if they would not, or if you want a client with a wrong password to stop.',
  },
  '401/407': {
    summary:
      'Both ask for a user name and password, and the first one of either is a question and no refusal. They differ in who asks: 401 comes from the server that finally handles the request, mostly a registrar or PBX; 407 comes from a proxy on the way to it. Each has headers of its own: WWW-Authenticate is answered in Authorization, Proxy-Authenticate in Proxy-Authorization. A client that mixes them up is asked again and again. One request may have to satisfy both, one after the other.',
    choose:
      'Send 407 if you would pass the request on after checking, and 401 if you handle it yourself. A B2BUA handles every request itself, so it sends 401.',
  },
  '403/404': {
    summary:
      '404 says that there is no such user or number here; 403 says that the request is understood and not permitted, whether the user exists or not. Servers blur the line on purpose: some answer 404 to strangers to hide which users exist, others 403 to every number that their dial plan does not know. Whether other callers reach the same number tells the two apart: if they do, it is permission; if nobody does, it is the number.',
    choose:
      'Send 404 if the address does not exist in your domain, and 403 if it exists but this caller may not reach it. Against scanners it is wise to answer both cases alike.',
  },
  '403/603': {
    summary:
      'Both mean no. 403 is the no of a server: a permission, an address list or a blocked destination. 603 is the no of the callee, or of a service that acts for the callee, and it holds for all devices at once. The time tells them apart: a 603 some seconds after 180 is a person who pressed reject; a refusal without any ringing is a rule. Some networks also use 603 to report that analytics blocked the call.',
    choose:
      'Send 403 for your own rules, and 603 only in the name of the callee: a proxy stops all other branches when it sees it.',
  },
  '404/410': {
    summary:
      'Neither reaches the user. 404 does not know the address at all; 410 remembers it and says that it was given up for good, without a forwarding address. After 404 it pays to check how the number was written; after 410 the number was right once, and somebody has to find out the new one.',
    choose:
      'Send 410 only if you know that the address existed and will not come back. Where you simply find nothing, send 404.',
  },
  '404/480': {
    summary:
      '404 says that the user does not exist here, 480 that the user exists but cannot be reached now. So after 480 it makes sense to call again later, and after 404 it does not. In practice a phone that lost its registration shows up as either: most servers say 480, as the RFC has it, others look into an empty location table and say 404. If the same number answered an hour ago, read a 404 as 480 and look for the lost registration.',
    choose:
      'Send 404 if the user is unknown to your domain, and 480 if the user is known but no device is registered or nobody answers.',
  },
  '404/481': {
    summary:
      'Both say "unknown", but about different things: 404 about a user, 481 about a call, a subscription or a transaction. Inside a call they point to different faults. 481 means that the request reached the right software, which no longer has the call, or never had it. 404 means that the request did not even find its user, because Contact or Route led it to a wrong place. 481 ends the call or subscription that the request belongs to; 404 ends everything that shares the dialog.',
    choose:
      'To a request with a To tag that you cannot place, send 481. Send 404 only to a request that starts something new.',
  },
  '404/484': {
    summary:
      'Both complain about the number. 484 says that it is too short and could still become a valid one, so a phone that sends digits as they are dialled goes on collecting. 404 says that the number is complete and nobody has it. A 404 to a number that lacks its area code is common, because many dial plans cannot tell the two cases apart.',
    choose:
      'Send 484 if more digits could make the number valid, above all where overlap dialling is used; otherwise send 404.',
  },
  '404/604': {
    summary:
      'Both say that the user does not exist. 404 speaks for one server and its domain, so a proxy may still find the user by another branch. 604 claims to speak for the whole world, so a proxy cancels every other branch. Few servers can know that; most 604 responses are a plain "unassigned number" from a gateway that chose the stronger code.',
    choose: 'Send 404. Send 604 only if you hold the authoritative data for every place where the user could be.',
  },
  '405/501': {
    summary:
      'Both refuse a method. With 405 the server knows the method but does not allow it at this address, and it must list in Allow what it does allow. With 501 the server does not know the method at all, for any address; an Allow header is welcome there, but not demanded. So after 405 the same server may take the method at another address, or after a switch in its configuration; after 501 it will take it nowhere.',
    choose:
      'Send 405 with Allow for a method that you have heard of, and 501 for one that you have not. A proxy sends neither for an unknown method: it passes it on.',
  },
  '408/480': {
    summary:
      'Both tell the caller that nobody was reached. 408 means that a server sent the INVITE on and got no result: a dead phone, a lost NAT binding, a firewall. 480 means that a server knows the reason: no device is registered, nobody picked up, do-not-disturb is on. After 408 look at the leg behind the server that sent it; after 480 look at the state of the callee.',
    choose:
      'Send 480 if you know that the user is not available, and 408 only if an INVITE that you sent on was not answered in time.',
  },
  '408/504': {
    summary:
      'Both are timeouts, told apart by who stayed silent. With 408 it was the one who was called, or a proxy on the way to the callee. With 504 it was a helper that the server needed to handle the request: a number lookup, a subscriber database, DNS. The delay is a hint: 32 s without any response points to a dead next hop and 408, a few seconds to an impatient database lookup and 504.',
    choose:
      'Send 408 if the INVITE that you sent on was not answered, and 504 if something that you asked yourself did not answer. To requests other than INVITE send no 408.',
  },
  '412/481': {
    summary:
      'Both say that something is no longer there, typically after a restart. 412 has lost published state: the client publishes everything again, without SIP-If-Match, and all is well. 481 has lost a call or a subscription: that cannot be repaired inside the dialog, and the client has to start anew.',
    choose:
      'Send 412 to a PUBLISH whose entity tag you do not know, and 481 to a request inside a dialog that you do not know.',
  },
  '415/488': {
    summary:
      'Both complain about the body of an INVITE. 415 does not get as far as the media: the type of the body, its encoding or its language is unknown, for instance a body of several parts. 488 has read the SDP and found nothing in it that it can use: no common codec, encryption on one side only. After 415 change Content-Type or the parts of the body, following Accept; after 488 change the offer.',
    choose: 'Send 415 with Accept if you cannot read the body, and 488 with Warning if you can read it but not agree.',
  },
  '420/421': {
    summary:
      'The two are mirror images. With 420 the client insists on an extension in Require that the server lacks: the client asks for too much. With 421 the server insists on an extension that the client does not list in Supported: the client offers too little. Both are solved by the client: after 420 it drops the tag that Unsupported names, after 421 it adds the one that Require names.',
    choose:
      'Send 420 with Unsupported whenever Require names something that you lack: that is a duty. Avoid 421 and work without the extension if you can.',
  },
  '422/423': {
    summary:
      'Both say "too short" and name the least that would do, so a good client tries again at once and nobody notices. They speak of different times. 422 is about the session timer of a call: Session-Expires must be at least Min-SE. 423 is about the lifetime of a registration, a subscription or a publication: Expires must be at least Min-Expires. A client that repeats its old value runs in circles in both cases.',
    choose: 'Send 422 with Min-SE to INVITE and UPDATE, and 423 with Min-Expires to REGISTER, SUBSCRIBE and PUBLISH.',
  },
  '428/438': {
    summary:
      'Both come from the server that checks signed calling numbers. 428 says that no usable signature is there: nobody signed the call, or somebody on the way removed the Identity header. 438 says that a signature is there and is wrong: a number or the date was changed after signing, or the header was damaged. So after 428 look for who should have signed, and after 438 for who changed the request afterwards.',
    choose:
      'Send 428 if Identity is missing or of a kind that you do not support, and 438 if you checked it and it does not hold.',
  },
  '436/438': {
    summary:
      'In both cases the calling number is signed and the check fails. With 436 the check did not even take place, because the certificate could not be fetched from the address in Identity. With 438 it did take place, and the signature does not fit the request. 436 is a matter of web servers and firewalls, 438 of servers that change numbers or dates after signing.',
    choose: 'Send 436 if the address in info gives you no certificate, and 438 if the signature is wrong.',
  },
  '480/486': {
    summary:
      'With 486 the call reached a device, which is in use or refuses to take another call. With 480 nobody was reached: the device is not registered, rang without answer, or is set to do-not-disturb. The caller hears a busy tone after 486, and a message or an error tone after 480. Phones differ about do-not-disturb and the reject button: some send 480, some 486, some 603.',
    choose:
      'Send 486 if the device is busy, and 480 if the user is not there or did not answer. Both leave room for forwarding and voicemail.',
  },
  '480/503': {
    summary:
      '480 is about one user, 503 about the server. After 480 the caller may try that user again later, and other users are not affected. After 503 the client should send everything elsewhere for a while. A gateway that answers 503 for one number it cannot reach makes its peers avoid it altogether.',
    choose: 'Send 480 if a single user cannot be reached, and 503 only if you can serve nobody.',
  },
  '480/603': {
    summary:
      '480 says that the callee is not available, 603 that the callee does not want the call. The difference counts: after 480 a proxy may try voicemail or another device, after 603 it must not. And the caller may call again after 480, while 603 asks to leave it.',
    choose:
      'Send 480 for do-not-disturb and for no answer if others may still take the call. Send 603 if the call is to end for all devices.',
  },
  '481/487': {
    summary:
      'The two meet at CANCEL. A CANCEL that comes in time is answered with 200, and the INVITE that it belongs to ends with 487: that is how it should be. A CANCEL that finds nothing to cancel, because the INVITE is already answered or the branch differs, is itself answered with 481. So 487 always answers the INVITE and 481 the CANCEL; a 481 there is harmless if the INVITE has its final response.',
    choose: 'Send 487 to the INVITE that you stop. Send 481 to a CANCEL for which you find no INVITE.',
  },
  '482/483': {
    summary:
      'Both stop a request that runs in circles. 482 recognises it: the server finds its own mark in Via, or gets the same request by two ways. 483 only counts: Max-Forwards has reached 0, wherever the request has been. So 482 names the server where the circle closes, while a 483 comes from wherever the count ran out, and the Via list has to show which hosts repeat. A 482 on one branch of a forked call that succeeds elsewhere is no fault.',
    choose:
      'Send 482 if you detect the loop or the merged request yourself, and 483 if Max-Forwards forbids you to pass the request on.',
  },
  '486/503': {
    summary:
      '486 says that one phone is busy, 503 that a whole server or trunk takes nothing. Gateways mix them up: a trunk without a free channel that answers 486 sounds like a busy callee, and nobody looks for the full trunk. If the 486 comes within milliseconds, for many numbers at the same time, or with Q.850 cause 34 or 42 in Reason, it is a 503 in disguise.',
    choose:
      'Send 486 if the callee is busy, and 503 if you have no channel left, so that the caller tries another route.',
  },
  '486/600': {
    summary:
      'Both say "busy". 486 speaks for one device: a proxy goes on with the other devices, forwarding and voicemail. 600 speaks for all of them: a proxy cancels every other branch, and no voicemail answers. A 600 where voicemail should have answered is a mistake of whoever sent it.',
    choose: 'Send 486. Send 600 only if you know every device of the user and nothing else shall answer.',
  },
  '486/603': {
    summary:
      'After 486 this device is busy; after 603 the callee does not want the call on any device. 486 leaves the call to voicemail and to other devices, while 603 makes proxies stop. The reject button is mapped to either by different phones, so the code alone does not tell whether a line was busy or a person said no: the time since 180 does.',
    choose: 'Send 486 from a single device, for busy and for reject. Send 603 if the refusal is meant for all devices.',
  },
  '487/603': {
    summary:
      'In both cases nobody talked, but different people decided. 487 is the end of an INVITE that the calling side withdrew: the caller hung up, or the call was answered on another device and the rest were cancelled. 603 is the answer of the callee, who declined. A 487 is preceded by a CANCEL or BYE; a 603 is not.',
    choose:
      'Send 487 only after a CANCEL or BYE, or when the Expires of the INVITE has run out. Send 603 if the callee refuses.',
  },
  '488/606': {
    summary:
      'Both refuse the media that are offered, for the same reasons: no common codec, encryption on one side only, a feature that is missing. 488 speaks for this device, so that a proxy may try another one that might do better. 606 speaks for all devices of the callee and ends the attempt. Nearly every 606 in the field should have been a 488.',
    choose: 'Send 488 with a Warning. Send 606 only if you know that no device of the callee could accept the offer.',
  },
  '491/500': {
    summary:
      'Both can answer a re-INVITE or UPDATE that came at the wrong moment; they differ in whose earlier request is in the way. 491: the side that answers has a request of its own under way, so the two crossed; both wait a random time and try again. 500 with Retry-After: the sender itself has not yet got the answer to its earlier request, so it was too hasty. A 500 without Retry-After has nothing to do with this and means that the server failed.',
    choose:
      'Send 491 if your own offer or INVITE is unanswered. Send 500 with Retry-After of 0 to 10 s if the earlier request of the other side is.',
  },
  '500/501': {
    summary:
      '500 failed at something that the server can do in principle, 501 does not even know how. So a 500 may be gone in a minute, and the log tells why it came; a 501 stays until the server gets new software or the client stops using the method. Clients try again after 500 and must not after 501.',
    choose: 'Send 500 if your own work failed, and 501 if you do not know the method.',
  },
  '500/502': {
    summary:
      'Both come from a server in trouble. With 500 the trouble is its own; with 502 it asked the next server and got a response that it could not use. After 500 look into the log of the server that sent it; after 502 look at the leg behind it.',
    choose: 'Send 502 if the cause is a response that you got, and 500 if it is in yourself.',
  },
  '500/503': {
    summary:
      '500 is about one request that went wrong, 503 about a server that takes none for the moment. After 503 a client tries the next server at once and stays away until Retry-After is over; after 500 it may try this one again after some seconds. The two are also linked: a proxy that gets 503 from behind should pass on 500 instead, so a 500 at the caller may be a 503 further on.',
    choose: 'Send 503 if you can serve nobody, and 500 if this one request failed.',
  },
  '502/503': {
    summary:
      'With 502 the server works, but the one behind it answered with something unusable. With 503 the server itself takes nothing, being overloaded or out of service. So 502 sends you to the next leg, 503 to load, licences and trunks of the server that answered. Clients react differently too: 503 makes them avoid the server, 502 does not.',
    choose: 'Send 502 for a bad response from behind you. Send 503 only if you should get no more traffic for a while.',
  },
  '503/504': {
    summary:
      '503 says "I cannot now", 504 says "I waited for somebody else". After 503 the client avoids the server for a while; after 504 it need not, because the server itself is well and a database, DNS or the next hop stayed silent. A row of 504 after the same number of seconds is the timeout of one lookup.',
    choose: 'Send 504 if something that you asked did not answer in time, and 503 if you are the bottleneck.',
  },
  '600/603': {
    summary:
      'Both end the attempt for every device of the callee. 600 says that the callee is busy everywhere, 603 that the callee does not want the call. The caller may try again later after 600; after 603 only if Retry-After invites to.',
    choose:
      'Send 603 for a refusal and 600 for busy, and only if no voicemail or other device shall answer; otherwise send 486.',
  },
  '603/607': {
    summary:
      'Both come from the callee side and end the attempt everywhere. 603 refuses this call and says nothing about the caller. 607 adds a judgement: such calls are unwanted, as after a press on the spam button, and the network may use that against the calling number. After 603 a later call may be welcome; after 607 it is not.',
    choose:
      'Send 603 for reject and do-not-disturb. Send 607 only if the person called really marked the call as unwanted.',
  },
  '603/608': {
    summary:
      'Both refuse the call for good; they differ in who decided. 603 comes from the callee or from a rule of the callee. 608 comes from a service in the network that took the call for spam, and nobody was asked. 608 must name in Call-Info where the caller can object; 603 names nothing. Older networks say 603 for both, and only a reason phrase such as Network Blocked tells.',
    choose: 'Send 608 with Call-Info if your analytics block the call, and 603 if the callee declines.',
  },
  '607/608': {
    summary:
      'Both say that the call was unwanted. With 607 the person who was called said so; with 608 a service in the network guessed it, and the phone never rang. After 607 the caller should stop calling. After 608 a caller with good reasons can object at the contact in Call-Info.',
    choose: 'Send 607 on the word of the callee, and 608 with Call-Info on the verdict of your analytics.',
  },
} as const satisfies Readonly<Record<`${number}/${number}`, PairText>>;
