package io.wireroom.web;

/**
 * What a request to the subscription API is about, by its path, so that a wrong method is told from
 * a wrong address.
 *
 * @param id of the subscription; empty where it is about all
 * @param deliveryId empty where it is about none
 */
record ApiPath(Kind kind, String id, String deliveryId) {

  static final String ROOT = "/api/subscriptions";

  /** The API's resources. */
  enum Kind {
    /** {@code /api/subscriptions}. */
    ALL,
    /** {@code /api/subscriptions/ID}. */
    ONE,
    /** {@code /api/subscriptions/ID/ping}. */
    PING,
    /** {@code /api/subscriptions/ID/deliveries}. */
    DELIVERIES,
    /** {@code /api/subscriptions/ID/deliveries/DELIVERY/replay}. */
    REPLAY,
    NOTHING
  }

  static ApiPath of(String path) {
    if (!path.equals(ROOT) && !path.startsWith(ROOT + "/")) {
      throw Problem.missing("there is nothing here; the API is at " + ROOT);
    }
    String[] parts = path.substring(ROOT.length()).split("/", -1);
    return switch (parts.length) {
      case 1 -> new ApiPath(Kind.ALL, "", "");
      case 2 -> new ApiPath(Kind.ONE, parts[1], "");
      case 3 -> new ApiPath(below(parts[2]), parts[1], "");
      case 5 -> new ApiPath(below(parts[2], parts[4]), parts[1], parts[3]);
      default -> new ApiPath(Kind.NOTHING, "", "");
    };
  }

  private static Kind below(String part) {
    return switch (part) {
      case "ping" -> Kind.PING;
      case "deliveries" -> Kind.DELIVERIES;
      default -> Kind.NOTHING;
    };
  }

  private static Kind below(String part, String what) {
    return part.equals("deliveries") && what.equals("replay") ? Kind.REPLAY : Kind.NOTHING;
  }

  /** What to say to a method that it does not take. */
  Problem wrongMethod() {
    return switch (kind) {
      case ALL -> Problem.method("GET, POST", "use GET to list, or POST to make one");
      case ONE -> Problem.method("GET, PATCH, DELETE", "use GET, PATCH or DELETE");
      case PING, REPLAY -> Problem.method("POST", "use POST");
      case DELIVERIES -> Problem.method("GET", "use GET");
      case NOTHING -> Problem.missing("there is nothing here");
    };
  }
}
