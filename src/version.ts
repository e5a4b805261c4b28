// The version that documents name as their author; a test holds it to package.json, which a browser cannot read.

/** Version of siplens, `1.2.3`. */
export const version = '0.1.0';
