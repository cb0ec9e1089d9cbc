/** Operators over what stations measure: whether a monitor can be trusted, what it shows night after night, whether a limit is kept. Pure; used by models through {@code operator}. */
package io.sanse.model.detect.operator.station;
