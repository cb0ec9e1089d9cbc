/** JSON as Sanse writes it: ISO 8601 instants in UTC, absent instead of null. */
package io.sanse.runtime.json;
