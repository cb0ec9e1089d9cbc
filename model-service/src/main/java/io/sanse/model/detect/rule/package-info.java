/** What a model says once its YAML is read: parameters, conditions, texts; and how it is evaluated on facts. Pure; made by {@code library}. */
package io.sanse.model.detect.rule;
