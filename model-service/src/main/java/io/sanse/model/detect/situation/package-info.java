/** What an operator is asked and what it answers: situations over time, and what a detection would rest on. Pure. */
package io.sanse.model.detect.situation;
