/** Operators over clues (举报线索). Pure; used by models through {@code operator}. */
package io.sanse.model.detect.operator.clue;
