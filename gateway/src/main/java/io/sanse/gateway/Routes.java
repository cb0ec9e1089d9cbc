package io.sanse.gateway;

import io.sanse.gateway.api.AccessCalls;
import io.sanse.gateway.api.AlertCalls;
import io.sanse.gateway.api.BacktestCalls;
import io.sanse.gateway.api.ExchangeCalls;
import io.sanse.gateway.api.ExplanationCalls;
import io.sanse.gateway.api.ObservationCalls;
import io.sanse.gateway.api.PersonRecords;
import io.sanse.gateway.api.PlatformCalls;
import io.sanse.gateway.api.Services;
import io.sanse.gateway.api.SiteCalls;
import io.sanse.gateway.api.SubjectCalls;
import io.sanse.gateway.api.TraceBackCalls;
import io.sanse.gateway.api.VersionCalls;
import io.sanse.gateway.http.ApiDocument;
import io.sanse.gateway.http.Route;
import io.sanse.gateway.http.Route.Answered;
import io.sanse.gateway.http.Route.Handed;
import io.sanse.gateway.http.Route.Streamed;
import io.sanse.gateway.intake.ObservationForwarder;
import io.sanse.gateway.stream.AlertStreams;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.List;

/** The route table: one row for each operation of {@code openapi.yaml}. Who may use it and what it must look like stands there. */
final class Routes {
    private Routes() {}

    static List<Route> table(
            ApiDocument document,
            Services services,
            ObservationForwarder forwarder,
            AlertStreams streams,
            InstantSource clock) {
        ObservationCalls observations = new ObservationCalls(services, clock);
        PersonRecords persons = new PersonRecords(services);
        SubjectCalls subjects = new SubjectCalls(services, persons, clock);
        AlertCalls alerts = new AlertCalls(services.alerts());
        PlatformCalls platform = new PlatformCalls(services);
        ExchangeCalls exchange = new ExchangeCalls(services.exchange());
        TraceBackCalls traceBacks = new TraceBackCalls(services);
        BacktestCalls backtests = new BacktestCalls(services.backtests());
        ExplanationCalls explanations = new ExplanationCalls(services, persons);
        VersionCalls versions = new VersionCalls(services.versions());
        AccessCalls accesses = new AccessCalls(services.access());
        SiteCalls site = new SiteCalls(document);
        return List.of(
                new Handed("postObservations", forwarder),
                new Answered("getObservations", observations::list),
                new Answered("getSubject", subjects::registered),
                new Answered("getTrack", subjects::track),
                new Answered("getSubjectAlerts", alerts::ofSubject),
                new Answered("listAlerts", alerts::list),
                new Answered("getAlert", alerts::get),
                new Answered("commandAlert", alerts::command),
                new Answered("getAlertBundle", explanations::bundle),
                new Answered("postTraceBack", traceBacks::start),
                new Answered("listTraceBacks", traceBacks::list),
                new Answered("getTraceBack", traceBacks::get),
                new Answered("cancelTraceBack", traceBacks::cancel),
                new Answered("listModels", platform::models),
                new Answered("getModelExplanation", explanations::explain),
                new Answered("getModelOutcomes", platform::outcomes),
                new Answered("getModelState", platform::state),
                new Answered("getModelLateness", platform::lateness),
                new Answered("listCertifications", versions::certifications),
                new Answered("listModelVersions", versions::list),
                new Answered("postModelVersion", versions::propose),
                new Answered("commandModelVersion", versions::command),
                new Answered("certifyModelVersion", versions::certify),
                new Answered("beginBacktest", backtests::begin),
                new Answered("listBacktests", backtests::list),
                new Answered("getBacktest", backtests::job),
                new Answered("cancelBacktest", backtests::cancel),
                new Answered("listDeliveries", platform::deliveries),
                new Answered("resolveDelivery", platform::resolve),
                new Answered("listDeadLetters", platform::deadLetters),
                new Answered("getCatalogue", platform::catalogue),
                new Answered("listRegistry", subjects::registry),
                new Answered("listAccessLog", accesses::list),
                new Answered("getMe", site::me),
                new Streamed("getStream", streams::open),
                new Answered("getExchangeEvents", exchange::events),
                new Answered("postExchangeEvents", exchange::receive),
                new Answered("getExchangeHead", exchange::head),
                new Handed("getOpenApi", site::openApi),
                // served by the console's own routes, which stand behind these
                new Handed("getRoot", RoutingContext::next),
                new Handed("getConsole", RoutingContext::next));
    }
}
