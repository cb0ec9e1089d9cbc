/**
 * Learns the ways that waste usually takes from firm to firm: fed by the kept observations of vehicles and by the registry; what is learnt goes to the topic {@code registry} as
 * routes.
 */
package io.sanse.model.route;
