package io.wireroom.hub;

import io.wireroom.config.HubConfig;
import io.wireroom.config.Secret;
import io.wireroom.config.ServerConfig;
import io.wireroom.config.SourceConfig;
import io.wireroom.store.SqlNews;
import io.wireroom.store.SqlTopics;
import io.wireroom.store.Store;
import io.wireroom.subscribe.Selection;
import io.wireroom.subscribe.Subscription;
import io.wireroom.web.Access;
import io.wireroom.web.Feeds;
import io.wireroom.web.HubNotices;
import io.wireroom.web.JsonEdition;
import io.wireroom.web.News;
import io.wireroom.web.Pages;
import io.wireroom.web.Site;
import io.wireroom.web.Subscribers;
import io.wireroom.web.SubscriptionApi;
import io.wireroom.web.Syndication;
import io.wireroom.web.Topics;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What the service shows to callers: pages, feeds and API. Made for the service only. */
final class Frontage {

  private Frontage() {}

  /** The beans of {@code routes/service/}, by name. */
  static Map<String, Object> of(
      HubConfig config, Store store, Subscribers subscribers, Clock clock) {
    ServerConfig server = config.server();
    Access access = access(server);
    Site site =
        new Site(
            server.title(), server.publicUrl(), server.bind() + ":" + server.port(), server.hub());
    News news = new SqlNews(store);
    Topics topics = new SqlTopics(store, clock);
    Feeds feeds =
        new Feeds(
            news,
            subscribers,
            topics,
            access,
            site,
            tags(config),
            subscriptions(config),
            clock.instant());
    Map<String, Object> beans = new LinkedHashMap<>();
    beans.put("door", new Door());
    beans.put("replyHeaders", new ReplyHeaders());
    beans.put("api", new SubscriptionApi(subscribers, feeds, access, new SecureRandom(), clock));
    beans.put("feeds", feeds);
    beans.put("syndication", new Syndication());
    beans.put("jsonEdition", new JsonEdition());
    beans.put("hubNotices", new HubNotices(topics, site, server.open(), clock));
    beans.put("sitePages", new Pages(news, feeds, access, site));
    return beans;
  }

  private static Access access(ServerConfig server) {
    try {
      Secret token = server.token();
      return new Access(
          token == null ? null : token.reveal(),
          // Behind a proxy on this machine, everybody seems to be on this machine.
          server.publicUrl() == null && InetAddress.getByName(server.bind()).isLoopbackAddress(),
          server.open());
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("server.bind is no address here: " + server.bind(), e);
    }
  }

  private static Set<String> tags(HubConfig config) {
    Set<String> tags = new HashSet<>();
    for (SourceConfig source : config.sources()) {
      tags.addAll(source.tags());
    }
    return tags;
  }

  private static Set<String> subscriptions(HubConfig config) {
    Set<String> ids = new HashSet<>();
    Stages.subscriptions(config).stream().map(Subscription::id).forEach(ids::add);
    Stages.feedsOnly(config).stream().map(Selection::id).forEach(ids::add);
    return ids;
  }
}
