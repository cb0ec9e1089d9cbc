/**
 * Judges a played night: waits until everything has drained, asks the public API and the simulators what the platform found, told and shared, and compares it
 * with the script's truth. Fed by {@code io.sanse.standalone.night} and the platform's answers.
 */
package io.sanse.standalone.verdict;
