package io.sanse.alert;

import io.sanse.alert.policy.Policies;
import io.sanse.alert.policy.PolicyFiles;
import io.sanse.contract.Topics;
import io.sanse.runtime.ServiceContext;
import io.sanse.runtime.ServiceRunner;
import io.sanse.runtime.kafka.KafkaSettings;
import io.sanse.runtime.kafka.TopicAdmin;
import io.sanse.runtime.pg.Database;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** alert-service: detections become alerts, alerts are driven through their life, every step is told to the others. */
public final class AlertMain {
    private static final Logger LOG = LoggerFactory.getLogger(AlertMain.class);

    private AlertMain() {}

    public static void main(String[] arguments) {
        ServiceRunner.run("alert-service", AlertMain::start);
    }

    /** Completes when the service can serve. Fails when Kafka, PostgreSQL or a policy file is not there or not right. */
    public static Future<Void> start(ServiceContext context) {
        return topics(context)
                .compose(made -> Database.open(context, "alert"))
                .compose(database ->
                        policies(context, database).map(policies -> new AlertWork(context, database, policies)))
                .compose(work -> work.heartbeat()
                        .compose(beaten -> work.registry())
                        .compose(consuming -> work.detections())
                        .compose(consuming -> work.clocks())
                        .compose(running -> work.relay())
                        .compose(running -> work.exchange())
                        .compose(running -> work.endpoint()));
    }

    private static Future<Void> topics(ServiceContext context) {
        return TopicAdmin.ensure(
                context.vertx(),
                KafkaSettings.from(context.settings()),
                Stream.of(Topics.REGISTRY, Topics.DETECTIONS, Topics.ALERT_EVENTS, Topics.DEAD_LETTERS)
                        .map(topic -> new TopicAdmin.Wanted(topic.name(), topic.partitions(), topic.settings()))
                        .toList());
    }

    private static Future<Policies> policies(ServiceContext context, Database database) {
        PolicyFiles files =
                new PolicyFiles(AlertSettings.from(context.settings()).policyFolder());
        return Future.<Void>succeededFuture()
                .compose(opened -> Policies.load(database, files))
                .onSuccess(policies -> warnOfUnknownYear(context, policies));
    }

    private static void warnOfUnknownYear(ServiceContext context, Policies policies) {
        LocalDate inAMonth = LocalDate.ofInstant(
                        context.clock().instant(), policies.rules().calendar().timeZone())
                .plusMonths(1);
        if (!policies.rules().calendar().covers(inAMonth)) {
            LOG.warn("the calendar has no holidays for {}: deadlines go by plain weeks", inAMonth.getYear());
        }
    }
}
