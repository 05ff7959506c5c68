//! Table `case_file`.

use sea_orm::entity::prelude::{
    ActiveModelBehavior, DeriveEntityModel, DerivePrimaryKey, DeriveRelation, EntityTrait, EnumIter, PrimaryKeyTrait, Uuid,
};

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "case_file")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub number: String,
    pub state: String,
    pub open: bool,
    pub paused: bool,
    pub category: String,
    pub division: Option<String>,
    pub township: Option<String>,
    pub lat_deg: Option<f64>,
    pub lon_deg: Option<f64>,
    pub lead_unit: Option<String>,
    pub handler: Option<Uuid>,
    pub rechecker: Option<Uuid>,
    pub severity: i32,
    pub supervision_level: i32,
    pub reports: i32,
    pub words: String,
    pub publication: String,
    pub opened_at: i64,
    pub due_at: Option<i64>,
    pub soon_at: Option<i64>,
    pub closed_at: Option<i64>,
    pub seq: i64,
    #[sea_orm(column_type = "Text")]
    pub body: String,
    pub promised_at: Option<i64>,
    pub first_promised_at: Option<i64>,
    pub finding: Option<String>,
    pub disposed: bool,
    pub passed_first: Option<bool>,
    pub extended: bool,
    pub suspended: bool,
    pub satisfied: Option<bool>,
    pub site: Option<Uuid>,
    pub about_unit: Option<String>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
