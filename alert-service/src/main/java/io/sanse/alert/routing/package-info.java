/**
 * Who is competent (派发): the ordered, versioned routing table, the departments and district polygons that the registry knows, and the decision over both. Fed by the topic
 * {@code registry} through {@code store}; asked by {@code domain} through its {@link io.sanse.alert.domain.Router}. Pure.
 */
package io.sanse.alert.routing;
