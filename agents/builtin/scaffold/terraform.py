"""The Terraform files at the root: what joins the modules, and the page about them."""

PAGE = """\
# Infrastructure of «product»

Terraform for the parts of the approved plan. «provider»

| Part | What it is |
|---|---|
«rows»

As it stands it can be checked and planned without an account, and creates nothing: each part is a `terraform_data` placeholder.

```sh
terraform -chdir=infra init
terraform -chdir=infra validate
terraform -chdir=infra plan
```

## What people still choose

Each place is marked `TODO` in the code. Put your provider's resources there and keep the variables and outputs of the module; the
other parts know no more than these.

«choices»

Secrets are named here and never written down: their values go into the place you choose for them, by hand or by your own means.
"""

CHOICES = {
    "network": "where it runs and what may reach it",
    "data": "what keeps the data, how large it is, and how it is backed up",
    "queues": "what carries the messages",
    "secrets": "where secrets are kept",
    "compute": "what runs the product, and how many of it",
}

GITIGNORE = """\
.terraform/
*.tfstate
*.tfstate.*
*.tfvars
"""

ROOT = """\
# What «product» runs on. See README.md for what people still choose.

terraform {
  required_version = ">= 1.5"

  # TODO(state): choose a backend; without one the state lies in this folder.
}

module "network" {
  source = "./network"

  name  = local.name
  ports = «ports»
}
«modules»
module "compute" {
  source = "./compute"

  name      = local.name
  image     = var.image
  network   = module.network.id
  port      = «port»
  health    = «health»
  endpoints = «endpoints»
  secrets   = «references»
}
"""

CALL_DATA = """
module "data" {
  source = "./data"

  name    = local.name
  network = module.network.id
  stores = {
«stores»
  }
}
"""

CALL_QUEUES = """
module "queues" {
  source = "./queues"

  name    = local.name
  network = module.network.id
  queues = {
«queues»
  }
}
"""

CALL_SECRETS = """
module "secrets" {
  source = "./secrets"

  name = local.name
  names = {
«names»
  }
}
"""

VARIABLES = """\
variable "environment" {
  description = "Which of its environments this is; the names of all parts begin with it."
  type        = string
  default     = "staging"

  validation {
    condition     = contains(["staging", "production"], var.environment)
    error_message = "The environment is staging or production."
  }
}

variable "image" {
  description = "The image of the product, with its digest."
  type        = string
  default     = ""
}

locals {
  name = "${var.environment}-«name»"
}
"""

OUTPUTS = """\
output "network" {
  description = "The network everything stands in."
  value       = module.network.id
}

output "product" {
  description = "What runs the product."
  value       = module.compute.id
}
"""
