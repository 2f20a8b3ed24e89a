"""The Terraform modules: each part is a placeholder of Terraform's own behind a boundary, so that no provider is needed."""

from agents.builtin.scaffold.text import fill

_NETWORK = """\
# The network everything stands in, and what of it may be reached from outside.

variable "name" {
  type = string
}

variable "ports" {
  description = "The ports that are open to the outside; everything else is closed."
  type        = set(number)
}

# TODO(network): put the network of your provider here.«usual»
resource "terraform_data" "network" {
  input = {
    name  = var.name
    ports = var.ports
  }
}

output "id" {
  value = terraform_data.network.id
}
"""

# What others reach by an address is declared alike, whatever it is.
_REACHED = """\
# «what»

variable "name" {
  type = string
}

variable "network" {
  type = string
}

variable "«noun»s" {
  description = "Each «noun»: what it is made of, and the port it listens on where it has one."
  type = map(object({
    engine = string
    port   = optional(number)
  }))
}

# TODO(«part»): put the «noun»s of your provider here, with «choices».«usual»
resource "terraform_data" "«noun»" {
  for_each = var.«noun»s

  input = {
    name    = "${var.name}-${each.key}"
    engine  = each.value.engine
    port    = each.value.port
    network = var.network
  }
}

output "endpoints" {
  description = "Where each «noun» is reached, by its name."
  value       = { for key, «noun» in terraform_data.«noun» : key => «noun».id }
}
"""

_SECRETS = """\
# The names of what must stay secret; no value is written down here or kept in the state.

variable "name" {
  type = string
}

variable "names" {
  description = "Each secret, and what it is for."
  type        = map(string)
}

# TODO(secrets): put the place of your provider for secrets here; a person puts the values in.«usual»
resource "terraform_data" "secret" {
  for_each = var.names

  input = "${var.name}/${each.key}"
}

output "references" {
  description = "Where each secret is kept, by its name; never its value."
  value       = { for key, secret in terraform_data.secret : key => secret.id }
}
"""

_COMPUTE = """\
# What runs the product.

variable "name" {
  type = string
}

variable "image" {
  type = string
}

variable "network" {
  type = string
}

variable "port" {
  description = "The port the product listens on; null when nobody calls it."
  type        = number
}

variable "health" {
  description = "The path of the health check; null when nobody calls it."
  type        = string
}

variable "endpoints" {
  description = "Where the stores and queues are reached, by their names."
  type        = map(string)
}

variable "secrets" {
  description = "Where the secrets are kept, by their names."
  type        = map(string)
}

# TODO(compute): put what runs the product here, with its size and how many there are.«usual»
resource "terraform_data" "product" {
  input = {
    name      = var.name
    image     = var.image
    network   = var.network
    port      = var.port
    health    = var.health
    endpoints = var.endpoints
    secrets   = var.secrets
  }
}

output "id" {
  value = terraform_data.product.id
}
"""

MODULES = {
    "network": _NETWORK,
    "data": fill(
        _REACHED,
        what="What keeps data.",
        part="data",
        noun="store",
        choices="their size and their backups",
        usual="«usual»",
    ),
    "queues": fill(
        _REACHED,
        what="What carries messages between the parts of the product.",
        part="queues",
        noun="queue",
        choices="what happens to messages nobody takes",
        usual="«usual»",
    ),
    "secrets": _SECRETS,
    "compute": _COMPUTE,
}
