/** What the registry knows, as the models see it: zones and districts by place, enterprises, stations and vehicles by code. Immutable, pure. */
package io.sanse.model.detect.world;
