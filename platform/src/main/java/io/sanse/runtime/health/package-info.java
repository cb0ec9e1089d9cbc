/** Three different questions: has it started, is it alive (never about a dependency), can it do its own job now. */
package io.sanse.runtime.health;
