/**
 * The doors for devices: TCP listeners for JT/T 808 and HJ 212. A connection moves a device's bytes to its session
 * ({@code io.sanse.ingest.session}), hands over what the session found, and lets an answer go only when that is kept. Fed by
 * trucks' terminals and monitoring stations.
 */
package io.sanse.ingest.listen;
