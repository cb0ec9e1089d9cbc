/** Operators over a firm's ledger and what it is permitted. Pure; used by models through {@code operator}. */
package io.sanse.model.detect.operator.store;
