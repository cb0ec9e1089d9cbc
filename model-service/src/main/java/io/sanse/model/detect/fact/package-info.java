/**
 * The few facts about a subject that models are evaluated on: a vehicle's stays, silences and papers, a manifest's steps, a firm's lots, a station's hours. Each is a
 * set: the order in which its members came leaves no trace. Kept by {@code detect}, pure.
 */
package io.sanse.model.detect.fact;
