/** Operators over what cameras see on the road: passes of one vehicle, or of all vehicles through the cameras of one site. Pure; used by models through {@code operator}. */
package io.sanse.model.detect.operator.road;
