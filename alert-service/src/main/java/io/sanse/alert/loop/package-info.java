/** Work that a service does by itself again and again: at once when woken, else after a pause. Used by {@code clock}, {@code intake} and {@code relay}. */
package io.sanse.alert.loop;
