/**
 * Everything that crosses a module line: subjects, topics, errors, and the callers on whose behalf a question is asked. Messages live in
 * {@code contract.observation}, {@code contract.registry}, {@code contract.detection} and {@code contract.alert}; the questions and commands that
 * services answer over the event bus live in {@code contract.service}. Areas on the map and how they are found are in {@code contract.place}. Nothing in here does I/O.
 */
package io.sanse.contract;
