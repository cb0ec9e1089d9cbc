/**
 * A city to try the platform on, made up from a few dozen numbers: roads, firms, sensitive zones, stations, trucks, departments. Only the division codes and
 * names of Yongkang and its towns are real. The same on every machine; read by the night's script and registered through the public API.
 */
package io.sanse.standalone.city;
