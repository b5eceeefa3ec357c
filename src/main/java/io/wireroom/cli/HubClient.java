package io.wireroom.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wireroom.config.Secret;
import io.wireroom.config.ServerConfig;
import io.wireroom.net.HttpCall;
import io.wireroom.net.HttpReply;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks the API of a running hub, and says in words what it refuses. */
final class HubClient {

  /** Longer than a callback may take to answer its challenge. */
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private static final int LARGEST = 16 * 1024 * 1024;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String base;
  private final @Nullable Secret token;
  private final Function<HttpCall, HttpReply> transport;

  /**
   * @param at where the hub is; null for where the config has it listen
   */
  HubClient(@Nullable URI at, ServerConfig server, Function<HttpCall, HttpReply> transport) {
    this.base = base(at, server);
    this.token = server.token();
    this.transport = transport;
  }

  /** Why there is no answer to work with, and what to do. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  /** Where a hub is asked, without a slash at the end. */
  static String base(@Nullable URI at, ServerConfig server) {
    return at == null ? local(server) : at.toString().replaceAll("/+$", "");
  }

  /** A hub that listens everywhere also listens on this machine. */
  private static String local(ServerConfig server) {
    String host =
        switch (server.bind()) {
          case "0.0.0.0" -> "127.0.0.1";
          case "::", "[::]" -> "[::1]";
          default ->
              server.bind().contains(":") && !server.bind().startsWith("[")
                  ? "[" + server.bind() + "]"
                  : server.bind();
        };
    return "http://" + host + ":" + server.port();
  }

  /**
   * @param path below {@code /api/subscriptions}; each segment is encoded
   * @param body null for none
   * @return the answer's document; empty where it has none
   * @throws Refused with what is wrong in words, unless the answer is a 2xx
   */
  JsonNode ask(String method, @Nullable JsonNode body, String... path) throws Refused {
    StringBuilder address = new StringBuilder(base).append("/api/subscriptions");
    for (String segment : path) {
      address.append('/').append(URLEncoder.encode(segment, StandardCharsets.UTF_8));
    }
    Map<String, String> headers = new LinkedHashMap<>();
    if (token != null) {
      headers.put("Authorization", "Bearer " + token.reveal());
    }
    if (body != null) {
      headers.put("Content-Type", "application/json");
    }
    byte[] bytes = body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
    HttpReply reply =
        transport.apply(
            new HttpCall(
                method, URI.create(address.toString()), headers, bytes, TIMEOUT, LARGEST, 0));
    return read(reply);
  }

  private JsonNode read(HttpReply reply) throws Refused {
    if (reply.failure() == HttpReply.Failure.CONNECT) {
      throw new Refused(
          "no hub answers at "
              + base
              + "; start it with wireroom run, or say where it is with --hub");
    }
    if (reply.failure() != null) {
      throw new Refused("the hub at " + base + " gave no answer: " + reply.detail());
    }
    JsonNode document = document(reply);
    if (reply.ok()) {
      return document;
    }
    String detail = document.path("detail").asText();
    String field = document.path("field").asText();
    if (reply.status() == 401) {
      throw new Refused(
          token == null
              ? "the hub at " + base + " asks for a token; set server.token in the config"
              : "the hub at "
                  + base
                  + " does not take this token; server.token in the config must be the one that"
                  + " it was started with");
    }
    throw new Refused(
        detail.isEmpty()
            ? "what answers at " + base + " is not this hub: status " + reply.status()
            : (field.isEmpty() ? "" : field + ": ") + detail);
  }

  private JsonNode document(HttpReply reply) throws Refused {
    if (reply.body().length == 0) {
      return JSON.createObjectNode();
    }
    try {
      return JSON.readTree(reply.text());
    } catch (JsonProcessingException e) {
      throw new Refused("what answers at " + base + " is not this hub: its answer is not JSON");
    }
  }
}
