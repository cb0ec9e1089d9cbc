/** An SMSC built on jsmpp, which shares no code with ours: the other side in the integration tests. */
package io.sanse.notify.peer;
