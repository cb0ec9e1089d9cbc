/** Operators over what the manifests of a vehicle say of its trips. Pure; used by models through {@code operator}. */
package io.sanse.model.detect.operator.trip;
