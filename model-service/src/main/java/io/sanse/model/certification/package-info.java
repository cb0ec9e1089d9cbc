/**
 * Until when the live versions of models are certified: the date comes with going live, two people set a new one, and a version past it goes on judging but is told of. Fed by
 * what the engine judges by.
 */
package io.sanse.model.certification;
