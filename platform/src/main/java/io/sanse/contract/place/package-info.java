/** Areas on the map and how they are found by a place: the registry's zones and districts, for whoever asks where something was. Pure. */
package io.sanse.contract.place;
