/** What one observation costs, measured in CPU time. */
package io.sanse.model.detect.cost;
