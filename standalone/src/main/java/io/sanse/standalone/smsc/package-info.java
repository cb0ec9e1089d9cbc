/**
 * The operator's side of SMPP 3.4, for the demo and for trials: takes short messages, keeps them for people and tests to look at, sends receipts, and can be told to
 * misbehave. Fed by notify-service over TCP.
 */
package io.sanse.standalone.smsc;
