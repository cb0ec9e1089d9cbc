/** Operators over what pictures and monitors tell of a place. Pure; used by models through {@code operator}. */
package io.sanse.model.detect.operator.scene;
