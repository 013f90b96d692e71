# From figures to processors: reads `name value # …`, prints what several rates of orders need.
# It adds what is measured for one and multiplies; nothing here knows where that ends to be true.

/^[a-z]/ { f[$1] = $2 }

function need(name) {
  if (!(name in f)) { print "capacity: there is no figure \"" name "\"." > "/dev/stderr"; exit 1 }
  return f[name]
}

function line(label, unit,    i, text) {
  text = sprintf("| %-46s | %-12s |", label, unit)
  for (i = 1; i <= columns; i++) text = text sprintf(" %10s |", cell[i])
  print text
}

function shown(x) { return x == 0 ? "0" : x < 10 ? sprintf("%.1f", x) : sprintf("%.0f", x) }

END {
  users = need("connected")
  # Little: those who follow an order are as many as there are orders under way.
  fits = users * need("followers_share") / (need("minutes_open") * 60)
  columns = split(fits " 100 1000", rate, " ")
  busy = need("busy_at_most")
  for (i = 1; i <= columns; i++) cell[i] = shown(rate[i])
  line("orders", "a second")
  print "|---|---|" substr("--:|--:|--:|--:|", 1, 4 * columns)

  for (i = 1; i <= columns; i++) {
    r = rate[i]
    open[i] = r * need("minutes_open") * 60
    people[i] = open[i] / need("followers_share")
    couriers = people[i] * need("couriers_share")
    fixes[i] = couriers * need("fixes_a_second")
    commands[i] = r * need("commands_an_order")
    events[i] = r * need("events_an_order")
    gateways[i] = ceil(people[i] / need("connections_a_gateway"))
    readers = gateways[i] + 6
    db[i] = (commands[i] * need("us_command_database") + events[i] * readers * need("us_read_log_database")) / 1e6
    own[i] = commands[i] * need("us_command") / 1e6
    follow[i] = events[i] * readers * need("us_read_log") / 1e6
    deliver[i] = open[i] * need("fixes_a_second") * need("us_delivery") / 1e6
    read[i] = r * need("reads_an_order") * need("us_read") / 1e6
    plan[i] = r * need("minutes_to_plan") * 60
  }
  for (i = 1; i <= columns; i++) cell[i] = shown(open[i]);      line("orders under way", "")
  for (i = 1; i <= columns; i++) cell[i] = shown(people[i]);    line("people connected", "")
  for (i = 1; i <= columns; i++) cell[i] = gateways[i];         line("gateways", "processes")
  for (i = 1; i <= columns; i++) cell[i] = shown(people[i] * need("kib_a_connection") / 1048576)
  line("their memory for connections", "GiB")
  for (i = 1; i <= columns; i++) cell[i] = shown(commands[i]);  line("commands", "a second")
  for (i = 1; i <= columns; i++) cell[i] = shown(events[i]);    line("events", "a second")
  for (i = 1; i <= columns; i++) cell[i] = shown(own[i]);       line("commands and views", "processors")
  for (i = 1; i <= columns; i++) cell[i] = shown(follow[i]);    line("every process reads the log", "processors")
  for (i = 1; i <= columns; i++) cell[i] = shown(deliver[i]);   line("positions to sockets", "processors")
  for (i = 1; i <= columns; i++) cell[i] = shown(read[i]);      line("requests that read", "processors")
  for (i = 1; i <= columns; i++) cell[i] = shown((own[i] + follow[i] + deliver[i] + read[i]) / busy)
  line("engine, at most " busy " busy", "processors")
  for (i = 1; i <= columns; i++) cell[i] = shown(db[i] / busy)
  line("MariaDB, at most " busy " busy", "processors")
  for (i = 1; i <= columns; i++)
    cell[i] = gateways[i] * need("db_connections_a_gateway") + need("db_connections_of_others")
  line("MariaDB, at most", "connections")
  for (i = 1; i <= columns; i++) cell[i] = shown(commands[i] * need("flushes_a_command"))
  line("MariaDB, flushes at the rate of today's", "a second")
  for (i = 1; i <= columns; i++) cell[i] = shown(100 * events[i] / need("view_rows_a_second"))
  line("the slowest view, of what one segment can", "%")
  for (i = 1; i <= columns; i++) cell[i] = shown(fixes[i]);     line("fixes", "a second")
  for (i = 1; i <= columns; i++) cell[i] = shown(fixes[i] * need("bytes_an_update") * readersOf(i) * 8 / 1e9)
  line("Redis to gateways, dispatch, query", "Gbit/s")
  for (i = 1; i <= columns; i++) cell[i] = shown(open[i] * need("fixes_a_second") * need("bytes_a_delivery") * 8 / 1e9)
  line("gateways to people, positions", "Gbit/s")
  for (i = 1; i <= columns; i++) cell[i] = shown(plan[i] / 1000 * need("round_ms") / need("round_ms_allowed") * 100)
  line("one dispatcher's round, of the time it has", "%")
}

function ceil(x) { return int(x) + (x > int(x)) }

function readersOf(i) { return gateways[i] + 4 }
