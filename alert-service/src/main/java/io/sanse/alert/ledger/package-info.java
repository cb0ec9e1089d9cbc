/**
 * The hash chain of an alert's log. Each step is split: the core is hashed and stays for ever, what is personal lies beside it with a salt, and only its digest is in the core, so
 * that it can be erased by law without breaking the chain. Used by {@code store}. Pure.
 */
package io.sanse.alert.ledger;
