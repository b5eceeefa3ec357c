# Two stages: the first builds with Maven, the second only runs.
FROM maven:3.9.11-eclipse-temurin-25 AS build
WORKDIR /src
COPY pom.xml .
COPY src src
# The libraries are kept between builds.
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -q -Dmaven.test.skip=true -Dspotless.check.skip=true package

FROM eclipse-temurin:25-jre
RUN useradd --uid 10001 --no-create-home --home-dir /app --shell /usr/sbin/nologin wireroom \
 && mkdir -p /app/config /data && chown wireroom /data && ln -s /data /app/data
WORKDIR /app
COPY --from=build /src/target/wireroom.jar /app/wireroom.jar
COPY --from=build /src/target/lib /app/lib
COPY --from=build /src/target/native /app/native
COPY routes /app/routes
COPY config /app/config
COPY wireroom /app/wireroom
# Java starts quicker from an archive of what a run loads.
RUN /app/wireroom --version && chmod -R a+rX /app
# Run with --read-only --tmpfs /tmp and a volume on /data, where "data/…" in a config is too; nothing else
# is written.
VOLUME /data
USER 10001
EXPOSE 8080
ENV WIREROOM_JAVA_OPTS="-XX:MaxRAMPercentage=75 -Djava.io.tmpdir=/tmp"
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["/app/wireroom", "health"]
ENTRYPOINT ["/app/wireroom"]
CMD ["run", "--config", "/app/config/wireroom.yaml"]
