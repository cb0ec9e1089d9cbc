/** Why a model says what it says of a moment, and why not more: its conditions taken apart. Pure; asked by {@code cases}. */
package io.sanse.model.detect.explain;
