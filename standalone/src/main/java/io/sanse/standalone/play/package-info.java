/**
 * Plays a night's script against a platform, as its trucks, stations and departments would: JT/T 808 and HJ 212 over TCP, uploads over HTTP. Fed by
 * {@code io.sanse.standalone.night}; knows the platform only by its ports. Nothing of one tick is sent before everything of the tick before it is
 * acknowledged, so that what the platform sees does not depend on how busy the machine is.
 */
package io.sanse.standalone.play;
