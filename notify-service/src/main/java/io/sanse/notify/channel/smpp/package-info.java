/**
 * SMS over SMPP 3.4: one transceiver session to the operator's SMSC, kept up by {@link
 * io.sanse.notify.channel.smpp.SmppLink}. Fed by the delivery stage with texts, and by the SMSC with receipts.
 */
package io.sanse.notify.channel.smpp;
