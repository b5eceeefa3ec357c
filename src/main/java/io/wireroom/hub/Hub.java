package io.wireroom.hub;

import io.wireroom.config.HubConfig;
import io.wireroom.store.Store;
import io.wireroom.store.Tally;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.ProducerTemplate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The composition root: config becomes beans, beans and the route files become a running Camel.
 *
 * <p>It runs in two ways: as a service, whose clocks are Camel timers, and once, where the same
 * routes are called until nothing is in hand and nothing falls due soon.
 */
public final class Hub implements AutoCloseable {

  private final CamelMain main;
  private final Wiring wiring;
  private final Clock clock;

  private Hub(CamelMain main, Wiring wiring, Clock clock) {
    this.main = main;
    this.wiring = wiring;
    this.clock = clock;
  }

  /**
   * Opens the state and prepares everything; nothing runs yet.
   *
   * @param home the folder that holds {@code routes/} and {@code config/application.properties}
   * @throws io.wireroom.store.StateUnavailable if the state can't be opened
   */
  public static Hub service(HubConfig config, Path home, Clock clock) {
    return service(config, home, clock, GuardedDns.SYSTEM);
  }

  /**
   * The same with other names than the machine's.
   *
   * @param names who knows the addresses of names
   */
  static Hub service(HubConfig config, Path home, Clock clock, DnsResolver names) {
    CloseableHttpClient transport = Transport.client(config.network(), names, Wiring.CONNECTIONS);
    return open(config, home, clock, Purpose.SERVICE, transport);
  }

  /** The same for {@link #runOnce}. */
  public static Hub once(HubConfig config, Path home, Clock clock) {
    CloseableHttpClient transport =
        Transport.client(config.network(), GuardedDns.SYSTEM, Wiring.CONNECTIONS);
    return open(config, home, clock, Purpose.ONCE, transport);
  }

  /** The same for {@link #readOnly}: nothing is ever sent. */
  static Hub plan(HubConfig config, Path home, Clock clock) {
    CloseableHttpClient transport =
        Transport.client(config.network(), GuardedDns.SYSTEM, Wiring.CONNECTIONS);
    return open(config, home, clock, Purpose.PLAN, transport);
  }

  /** The same for a {@link Rehearsal}, with another web than the real one. */
  static Hub trial(HubConfig config, Path home, Clock clock, CloseableHttpClient transport) {
    return open(config, home, clock, Purpose.TRIAL, transport);
  }

  private static Hub open(
      HubConfig config, Path home, Clock clock, Purpose purpose, CloseableHttpClient transport) {
    boolean service = purpose == Purpose.SERVICE;
    Wiring wiring = new Wiring(config, purpose, clock, transport);
    CamelMain main = new CamelMain();
    String routes = "file:" + home.resolve("routes");
    String shared = routes + "/*.camel.yaml," + routes + "/kinds/*.camel.yaml";
    main.configure()
        .setRoutesIncludePattern(
            service ? shared + "," + routes + "/service/*.camel.yaml" : shared);
    main.setPropertyPlaceholderLocations(
        "file:" + home.resolve("config") + "/application.properties");
    HubProperties.of(config.server(), purpose).forEach(main::addInitialProperty);
    wiring.beans().forEach(main::bind);
    return new Hub(main, wiring, clock);
  }

  /** Runs until the process is told to stop, then finishes what is in flight. */
  public int serve() throws Exception {
    main.run();
    return main.getExitCode();
  }

  /** Starts the service and returns; {@link #close} ends it. */
  public void start() {
    main.start();
  }

  /**
   * Works until nothing is in hand and nothing falls due within {@code patience}, or until {@code
   * most} has passed; what is then left stays for the next run. Round-ups that are due wait for
   * what is being read, but no longer than half of that time, so that runs which always end before
   * all is read send them all the same.
   *
   * @return what became of everything
   */
  public Tally runOnce(Duration patience, @Nullable Duration most) throws Exception {
    return runOnce(patience, most, () -> {});
  }

  /**
   * The same with something else to be done again and again meanwhile.
   *
   * @param meanwhile what it throws ends the run
   */
  public Tally runOnce(Duration patience, @Nullable Duration most, Runnable meanwhile)
      throws Exception {
    return run(
        shift -> {
          do {
            shift.call("direct:poll", "direct:brief", "direct:deliver");
            if (!wiring.reading(patience) || shift.halfOver(most)) {
              shift.call("direct:digest");
            }
            meanwhile.run();
          } while (wiring.busy(patience) && shift.goesOn(most));
          // Last, so that each file of a day is written once with all that this run brought.
          do {
            shift.call("direct:volumes");
            meanwhile.run();
          } while (wiring.binding(patience) && shift.goesOn(most));
        });
  }

  /**
   * Polls what is due and writes the briefs, and sends none of them.
   *
   * @param most when to stop; null for no limit
   * @return what became of the sources and the articles
   */
  Tally readOnly(@Nullable Duration most) throws Exception {
    return run(
        shift -> {
          do {
            shift.call("direct:poll", "direct:brief");
          } while (wiring.reading(Duration.ZERO) && shift.goesOn(most));
          shift.call("direct:digest");
        });
  }

  /** Starts Camel, works, stops it, and tells what became of everything. */
  Tally run(Shift.Work work) throws Exception {
    Instant begun = clock.instant();
    main.start();
    try (ProducerTemplate template = main.getCamelContext().createProducerTemplate()) {
      work.in(new Shift(template, wiring, clock, begun));
    } finally {
      main.stop();
    }
    return Tally.since(wiring.store(), begun);
  }

  /** What it is made of, for whoever drives it. */
  Wiring wiring() {
    return wiring;
  }

  /** The state, for commands that look into it. */
  public Store store() {
    return wiring.store();
  }

  @Override
  public void close() {
    main.stop();
    main.forget();
    wiring.close();
  }
}
