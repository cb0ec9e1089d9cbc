/** Operators over people, and over what departments have on their books of people and firms. Pure; used by models through {@code operator}. */
package io.sanse.model.detect.operator.person;
