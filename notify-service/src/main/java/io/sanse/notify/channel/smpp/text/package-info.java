/**
 * Texts in short messages, pure: alphabets, cutting a long text into parts and joining them again, and the receipts that
 * an SMSC sends back as text (SMPP 3.4, appendix B; 3GPP TS 23.038 and 23.040). Used by the channel when it submits and
 * when a receipt comes in.
 */
package io.sanse.notify.channel.smpp.text;
