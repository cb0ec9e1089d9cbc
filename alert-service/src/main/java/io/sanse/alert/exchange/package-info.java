/**
 * Exchange with the provincial platform by {@code docs/exchange.md}: our alert events as a dense, hash-chained feed that the province pulls, a push that only hints at it,
 * and the province's commands, each applied once. Fed by the alert event log and by the gateway.
 */
package io.sanse.alert.exchange;
