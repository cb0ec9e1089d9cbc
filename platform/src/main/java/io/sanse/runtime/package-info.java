/**
 * How a service runs: settings, Vert.x and its cluster, health, metrics, start and stop in order. Knows nothing of what crosses the lines between services.
 */
package io.sanse.runtime;
