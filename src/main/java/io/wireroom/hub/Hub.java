package io.wireroom.hub;

import io.wireroom.config.HubConfig;
import io.wireroom.store.Store;
import io.wireroom.store.Tally;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The composition root: config becomes beans, beans and the route files become a running Camel.
 *
 * <p>It runs in two ways: as a service, whose clocks are Camel timers, and once, where the same
 * routes are called until nothing is in hand and nothing falls due soon.
 */
public final class Hub implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
  private static final Duration BREATH = Duration.ofMillis(20);
  private static final Duration STUCK = Duration.ofSeconds(30);

  private final Main main;
  private final Wiring wiring;
  private final Clock clock;
  private Instant idleSince;

  private Hub(Main main, Wiring wiring, Clock clock) {
    this.main = main;
    this.wiring = wiring;
    this.clock = clock;
    this.idleSince = clock.instant();
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
    CloseableHttpClient transport = Wiring.transport(config.network(), names);
    return open(config, home, clock, Purpose.SERVICE, transport);
  }

  /** The same for {@link #runOnce}. */
  public static Hub once(HubConfig config, Path home, Clock clock) {
    CloseableHttpClient transport = Wiring.transport(config.network(), GuardedDns.SYSTEM);
    return open(config, home, clock, Purpose.ONCE, transport);
  }

  /** The same for {@link #readOnly}: nothing is ever sent. */
  static Hub plan(HubConfig config, Path home, Clock clock) {
    CloseableHttpClient transport = Wiring.transport(config.network(), GuardedDns.SYSTEM);
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
    Main main = new Main();
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
    return run(
        (template, begun) -> {
          do {
            call(template, "direct:poll", "direct:brief", "direct:deliver");
            if (!wiring.reading(patience) || halfOver(begun, most)) {
              call(template, "direct:digest");
            }
          } while (wiring.busy(patience) && !over(begun, most) && !stuck());
          // Last, so that each file of a day is written once with all that this run brought.
          do {
            call(template, "direct:volumes");
          } while (wiring.binding(patience) && !over(begun, most) && !stuck());
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
        (template, begun) -> {
          do {
            call(template, "direct:poll", "direct:brief");
          } while (wiring.reading(Duration.ZERO) && !over(begun, most) && !stuck());
          call(template, "direct:digest");
        });
  }

  /** Starts Camel, works, stops it, and tells what became of everything. */
  Tally run(Work work) throws Exception {
    Instant begun = clock.instant();
    main.start();
    try (ProducerTemplate template = main.getCamelContext().createProducerTemplate()) {
      work.with(template, begun);
    } finally {
      main.stop();
    }
    return Tally.since(wiring.store(), begun);
  }

  /** What is done between start and stop. */
  interface Work {
    void with(ProducerTemplate template, Instant begun) throws Exception;
  }

  /** Has stages begun, and gives them a moment. */
  static void call(ProducerTemplate template, String... stages) throws InterruptedException {
    for (String stage : stages) {
      template.sendBody(stage, null);
    }
    Thread.sleep(BREATH.toMillis());
  }

  /**
   * Whether rows are in hand that no route works on: a bug, since every route settles what it
   * takes. They stay claimed until the next start, so nothing is lost, and waiting for them would
   * be forever.
   */
  private boolean stuck() {
    if (inFlight() || !wiring.inHand()) {
      idleSince = clock.instant();
    }
    boolean stuck = clock.instant().isAfter(idleSince.plus(STUCK));
    if (stuck) {
      LOG.error("records were taken and not settled; they are released at the next start");
    }
    return stuck;
  }

  private boolean inFlight() {
    return main.getCamelContext().getInflightRepository().size() > 0;
  }

  private boolean halfOver(Instant begun, @Nullable Duration most) {
    return most != null && clock.instant().isAfter(begun.plus(most.dividedBy(2)));
  }

  private boolean over(Instant begun, @Nullable Duration most) {
    boolean over = most != null && clock.instant().isAfter(begun.plus(most));
    if (over) {
      LOG.warn("stopped after {}: what is left is kept for the next run", most);
    }
    return over;
  }

  /** Whether anything is worked on, or is on its way to be. */
  boolean working() {
    return inFlight() || wiring.inHand();
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
    wiring.close();
  }
}
