/** Closed trips, and the ways that several of them agree on. Pure; used by {@code route}. */
package io.sanse.model.route.domain;
