package io.sanse.alert.domain.policy;

import io.sanse.contract.WorkingCalendar;

/** Everything of a city that the life of an alert goes by. */
public record CityRules(LifecyclePolicy policy, WorkingCalendar calendar) {}
