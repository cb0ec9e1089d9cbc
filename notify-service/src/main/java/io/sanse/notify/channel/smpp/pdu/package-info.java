/**
 * The wire form of SMPP 3.4 (Short Message Peer to Peer, issue 1.2), both directions and pure: octets in, records out, and
 * back to the same octets. Fed by {@link io.sanse.notify.channel.smpp.SmppConnection}, on the client's side as on the
 * simulator's.
 */
package io.sanse.notify.channel.smpp.pdu;
